package com.duemate.platform.scope;

import org.springframework.security.core.GrantedAuthority;

/** What somebody may do; each command of a front desk carries the annotation of the same name. */
public enum Permission implements GrantedAuthority {
    MAY_READ,
    MAY_WORK,
    MAY_MANAGE,
    MAY_OWN,
    MAY_READ_OWN,
    MAY_RUN_PLATFORM;

    @Override
    public String getAuthority() {
        return name();
    }
}
