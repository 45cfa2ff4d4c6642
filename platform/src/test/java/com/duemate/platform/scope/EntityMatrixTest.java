package com.duemate.platform.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.duemate.platform.kernel.TenantId;
import com.duemate.platform.testkit.PlatformTest;
import com.duemate.platform.testkit.World;
import jakarta.persistence.EntityManager;
import jakarta.persistence.metamodel.EntityType;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Every way Hibernate can touch a row, tried by a stranger on each mapped entity; a new entity needs a fixture here. */
@PlatformTest
class EntityMatrixTest {

    @Autowired
    World world;

    @Autowired
    EntityManager entities;

    private final Map<String, Function<TenantId, UUID>> fixtures =
            Map.of("Customer", tenant -> world.aCustomer(tenant).value());

    @Test
    void aStrangerFindsChangesAndDeletesNothing() {
        var all = entities.getMetamodel().getEntities();
        assertThat(all).isNotEmpty();
        for (var entity : all) {
            assertThat(fixtures).as("a fixture for each entity").containsKey(entity.getName());
            tryEverything(entity, java.util.Objects.requireNonNull(fixtures.get(entity.getName())));
        }
    }

    private void tryEverything(EntityType<?> entity, Function<TenantId, UUID> fixture) {
        var owner = world.aTenant();
        var id = fixture.apply(owner);
        var stranger = new Scope.Tenant(world.aTenant());
        var name = entity.getName();

        assertThat(in(stranger, () -> entities.find(entity.getJavaType(), id) == null))
                .isTrue();
        assertThat(in(stranger, () -> count("select count(e) from " + name + " e where e.id = :id", id)))
                .isZero();
        assertThat(in(stranger, () -> change("update " + name + " e set e.version = e.version where e.id = :id", id)))
                .isZero();
        assertThat(in(stranger, () -> change("delete from " + name + " e where e.id = :id", id)))
                .isZero();
        var detached = in(new Scope.Tenant(owner), () -> entities.find(entity.getJavaType(), id));
        assertThatThrownBy(() -> in(stranger, () -> {
                    entities.merge(detached);
                    entities.flush();
                    return 0;
                }))
                .isNotNull();
        assertThatThrownBy(() -> in(stranger, () -> {
                    var reference = entities.getReference(entity.getJavaType(), id);
                    entities.remove(reference);
                    entities.flush();
                    return 0;
                }))
                .isNotNull();
        assertThat(in(new Scope.Tenant(owner), () -> count("select count(e) from " + name + " e where e.id = :id", id)))
                .isEqualTo(1);
    }

    private long count(String jpql, UUID id) {
        return entities.createQuery(jpql, Long.class).setParameter("id", id).getSingleResult();
    }

    private int change(String jpql, UUID id) {
        return entities.createQuery(jpql).setParameter("id", id).executeUpdate();
    }

    private <T> T in(Scope scope, java.util.function.Supplier<T> action) {
        return world.inTransaction(scope, action);
    }
}
