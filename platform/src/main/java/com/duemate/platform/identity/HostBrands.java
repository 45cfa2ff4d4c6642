package com.duemate.platform.identity;

import com.duemate.platform.branding.Brand;
import com.duemate.platform.tenancy.Hosts.KnownHost;
import java.util.Optional;

/** Whose name a host bears, whoever asks and whether or not anybody is signed in. */
public interface HostBrands {

    /** Empty for the platform's own hosts. */
    Optional<Brand> of(KnownHost host);
}
