package io.ringside.gateway.conformance;

import io.ringside.gateway.transport.TransportKind;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A part of the suite that every transport passes alike: each of its tests is one behaviour, its name says which. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedClass(name = "{0}")
@EnumSource(TransportKind.class)
public @interface OverEveryTransport {}
