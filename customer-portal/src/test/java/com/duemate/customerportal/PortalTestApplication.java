package com.duemate.customerportal;

import com.vaadin.flow.spring.SpringBootAutoConfiguration;
import com.vaadin.flow.spring.SpringSecurityAutoConfiguration;
import com.vaadin.flow.spring.VaadinScopesConfig;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The platform with the customers' plain pages; the screens are tried in a browser elsewhere. */
@SpringBootApplication(
        scanBasePackages = "com.duemate",
        exclude = {SpringBootAutoConfiguration.class, SpringSecurityAutoConfiguration.class, VaadinScopesConfig.class})
public class PortalTestApplication {}
