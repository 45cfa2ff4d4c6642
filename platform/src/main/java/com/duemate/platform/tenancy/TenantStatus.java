package com.duemate.platform.tenancy;

public enum TenantStatus {
    PROVISIONING,
    ACTIVE,
    SUSPENDED
}
