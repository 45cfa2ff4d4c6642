package com.duemate.platform.scope.internal;

import com.duemate.platform.scope.Plane;
import com.duemate.platform.scope.Schema;
import java.util.EnumSet;
import java.util.Map;
import javax.sql.DataSource;
import org.hibernate.cfg.AvailableSettings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.orm.jpa.JpaVendorAdapter;
import org.springframework.transaction.annotation.EnableTransactionManagement;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ScopeSettings.class)
@EnableTransactionManagement
@EntityScan("com.duemate.platform")
class ScopeConfiguration {

    @Bean
    PlanePools planePools(ScopeSettings settings, Environment environment) {
        var owner = settings.owner();
        if (owner != null) {
            Schema.migrate(owner.url(), owner.username(), owner.password());
        }
        var planes = EnumSet.noneOf(Plane.class);
        RoleSettings.roles(environment).forEach(role -> planes.addAll(role.planes()));
        var pools = new PlanePools(settings, planes);
        pools.all().forEach(PlaneGuard::check);
        return pools;
    }

    @Bean
    DataSource dataSource() {
        return new TransactionalDataSource();
    }

    @Bean
    JdbcClient jdbcClient(DataSource dataSource) {
        return JdbcClient.create(dataSource);
    }

    @Bean
    JpaVendorAdapter jpaVendorAdapter() {
        return new ScopedJpaVendorAdapter();
    }

    @Bean
    HibernatePropertiesCustomizer scopedHibernate(PlanePools pools) {
        return properties -> properties.putAll(Map.of(
                AvailableSettings.MULTI_TENANT_CONNECTION_PROVIDER,
                new ScopedConnectionProvider(pools),
                AvailableSettings.MULTI_TENANT_IDENTIFIER_RESOLVER,
                new ScopeResolver(),
                AvailableSettings.CONNECTION_PROVIDER_DISABLES_AUTOCOMMIT,
                "true",
                AvailableSettings.DIALECT,
                "org.hibernate.dialect.PostgreSQLDialect",
                "hibernate.boot.allow_jdbc_metadata_access",
                "false",
                AvailableSettings.HBM2DDL_AUTO,
                "none",
                AvailableSettings.JDBC_TIME_ZONE,
                "UTC"));
    }
}
