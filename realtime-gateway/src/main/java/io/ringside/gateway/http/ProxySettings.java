package io.ringside.gateway.http;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.util.List;

/**
 * Who stands between clients and this gateway.
 *
 * @param trusted ranges of addresses, as {@code 10.0.0.0/8}, of balancers that say whom they speak for
 */
@ConfigurationProperties("ringside.proxies")
record ProxySettings(@Bindable(defaultValue = "") List<String> trusted) {}
