package org.uniongrid.notice.wires;

import java.net.URI;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.uniongrid.notice.Channel;
import org.uniongrid.notice.Wire;
import tools.jackson.databind.json.JsonMapper;

/** The wires of this cell. One that is not set up writes to the log that it would have sent. */
@Configuration(proxyBeanMethods = false)
class WiresSetup {

    @Bean
    Wire emailWire(
            @Value("${uniongrid.mail.host:}") String host,
            @Value("${uniongrid.mail.port:587}") int port,
            @Value("${uniongrid.mail.security:starttls}") String security,
            @Value("${uniongrid.mail.user:}") String user,
            @Value("${uniongrid.mail.password:}") String password,
            @Value("${uniongrid.mail.from:}") String from) {
        if (host.isEmpty()) return new LogWire(Channel.EMAIL);
        var post = new PostOffice(host, port, PostOffice.Security.of(security), user, Setting.secret(password));
        return new EmailWire(post.sender(), from);
    }

    @Bean
    Wire smsWire(
            @Value("${uniongrid.sms.url:https://dysmsapi.aliyuncs.com}") URI url,
            @Value("${uniongrid.sms.key:}") String key,
            @Value("${uniongrid.sms.secret:}") String secret,
            @Value("${uniongrid.sms.sign:}") String sign,
            @Value("${uniongrid.sms.template:}") String template,
            @Value("${uniongrid.sms.code-template:}") String codeTemplate,
            @Value("${uniongrid.sms.link-template:}") String linkTemplate,
            @Value("${uniongrid.sms.log-words:false}") boolean logWords,
            JsonMapper json,
            Clock clock) {
        if (key.isEmpty()) return new LogWire(Channel.SMS, logWords);
        var signature = new AliyunSignature(key, Setting.secret(secret));
        return new AliyunSms(url, signature, sign, template, codeTemplate, linkTemplate, new Call(json), json, clock);
    }

    @Bean
    Wire weChatWire(
            @Value("${uniongrid.wechat.url:https://api.weixin.qq.com}") URI url,
            @Value("${uniongrid.wechat.app:}") String app,
            @Value("${uniongrid.wechat.secret:}") String secret,
            @Value("${uniongrid.wechat.template:}") String template,
            @Value("${uniongrid.wechat.fields:thing1,time2}") String fields,
            JsonMapper json,
            Clock clock) {
        if (app.isEmpty()) return new LogWire(Channel.WECHAT);
        var call = new Call(json);
        var token = new WeChatToken(url, app, Setting.secret(secret), call, json, clock);
        return new WeChatWire(url, token, template, fields, call, json, clock.getZone());
    }
}
