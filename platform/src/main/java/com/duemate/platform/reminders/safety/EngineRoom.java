package com.duemate.platform.reminders.safety;

import com.duemate.platform.kernel.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The due engine as the platform's staff see it: counts, times and switches, and nothing of any tenant's business. */
public interface EngineRoom {

    /** Backlogs are counted up to this. */
    int MOST_COUNTED = 1_000;

    Health health();

    /** Everything that keeps messages back now, the widest first; at most 200. */
    List<Standing> standing();

    /** Stops the reminders and payment links of everybody. @throws IllegalArgumentException as {@link SendingStops#stop} */
    void stopAll(String note);

    /** Stops those of a reseller and its tenants. @throws IllegalArgumentException as {@link SendingStops#stop} */
    void stopReseller(TenantId reseller, String note);

    /** Stops those of one tenant. @throws IllegalArgumentException as {@link SendingStops#stop} */
    void stopTenant(TenantId tenant, String note);

    /** Ends a stop, but for what a tenant's own people stopped; that is theirs to release. @return whether it ended just now */
    boolean release(UUID stop);

    /** Sets a tenant's monthly allowance, and has what waited for one weighed at once. @param monthly null for no limit */
    void allowReminders(TenantId tenant, @Nullable Integer monthly);

    /** @param shards all of them, by number */
    record Health(List<Worker> workers, List<Shard> shards) {

        /** For how long the oldest of what is due has been due. */
        public Duration late() {
            return shards.stream().map(Shard::late).max(Duration::compareTo).orElse(Duration.ZERO);
        }

        public Backlog backlog() {
            return Backlog.of(shards);
        }

        public Backlog backlog(UUID worker) {
            return Backlog.of(shards.stream()
                    .filter(shard -> worker.equals(shard.worker()))
                    .toList());
        }

        public long ownerless() {
            return shards.stream().filter(shard -> shard.worker() == null).count();
        }
    }

    /**
     * What was due and undecided in some shards at the last look.
     *
     * @param isCut whether there are more, since one of them was not counted to its end
     */
    record Backlog(long steps, boolean isCut) {

        public static Backlog of(List<Shard> shards) {
            return new Backlog(
                    shards.stream()
                            .mapToLong(shard -> Math.min(shard.backlog(), MOST_COUNTED))
                            .sum(),
                    shards.stream().anyMatch(shard -> shard.backlog() > MOST_COUNTED));
        }
    }

    /** @param leaseLeft on the database's clock; negative for one that has not answered since */
    record Worker(UUID id, Duration leaseLeft) {}

    /**
     * @param worker null while nobody owns it
     * @param leaseLeft on the database's clock
     * @param backlog due and undecided at the last look
     * @param late for how long the oldest of them had been due, business time
     * @param seen how long ago its owner last looked; null for never
     */
    record Shard(
            int number,
            @Nullable UUID worker,
            long epoch,
            Duration leaseLeft,
            long backlog,
            Duration late,
            @Nullable Duration seen) {}

    /**
     * @param target the tenant or reseller; null for everybody
     * @param staff who of the staff stopped it, and why; null for anybody else
     */
    record Standing(
            UUID id,
            Reach reach,
            @Nullable TenantId target,
            Cause cause,
            Placer placedBy,
            @Nullable String staff,
            @Nullable String note,
            Stopped.@Nullable Trip trip,
            Instant since) {

        /** What a tenant's people stopped is theirs to release. */
        public boolean isReleasable() {
            return placedBy != Placer.TENANT;
        }
    }
}
