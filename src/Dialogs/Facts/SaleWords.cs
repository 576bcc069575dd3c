namespace MeliBot.Dialogs.Facts;

/// <summary>The words in which sales, payments and shipments are told. But for the stages they are Mercado Libre's, which may add others: what isn't here is kept and compared like any other.</summary>
public static class SaleWords
{
    /// <summary>Ours, and all that there are.</summary>
    public static IReadOnlyList<string> Stages { get; } = ["payment_required", "payment_in_process", "paid", "cancelled", "invalid"];

    public static IReadOnlyList<string> Statuses { get; } =
        ["confirmed", "payment_required", "payment_in_process", "partially_paid", "paid", "partially_refunded", "pending_cancel", "cancelled", "invalid"];

    public static IReadOnlyList<string> Tags { get; } =
    [
        "paid", "not_paid", "delivered", "not_delivered", "pack_order", "no_shipping", "order_has_discount", "catalog", "fraud_risk_detected", "unfulfilled", "test_order", "mshops", "claim_opened",
        "claim_closed", "processed", "not_processed",
    ];

    public static IReadOnlyList<string> PaymentStatuses { get; } =
        ["approved", "pending", "in_process", "authorized", "in_mediation", "rejected", "cancelled", "refunded", "charged_back"];

    public static IReadOnlyList<string> ShipmentStatuses { get; } =
    [
        "to_be_agreed", "pending", "handling", "ready_to_ship", "shipped", "delivered", "not_delivered", "not_verified", "cancelled", "closed", "error", "active", "not_specified",
        "stale_ready_to_ship", "stale_shipped",
    ];

    public static IReadOnlyList<string> ShipmentSubstatuses { get; } =
    [
        "cost_exceeded", "under_review", "reviewed", "fraudulent", "waiting_for_payment", "shipment_paid", "creating_route", "manufacturing", "buffered",
        "creating_shipping_order", "regenerating", "waiting_for_label_generation", "invoice_pending", "waiting_for_return_confirmation", "return_confirmed",
        "agency_unavailable", "ready_to_print", "printed", "in_pickup_list", "ready_for_pkl_creation", "ready_for_pickup", "ready_for_dropoff", "picked_up", "stale",
        "dropped_off", "delayed", "claimed_me", "waiting_for_last_mile_authorization", "rejected_in_hub", "in_transit", "in_warehouse", "ready_to_pack", "in_hub",
        "measures_ready", "waiting_for_carrier_authorization", "authorized_by_carrier", "in_packing_list", "in_plp", "on_hold", "packed", "on_route_to_pickup",
        "picking_up", "shipping_order_initialized", "looking_for_driver", "waiting_for_withdrawal", "contact_with_carrier_required", "receiver_absent", "reclaimed",
        "not_localized", "forwarded_to_third", "soon_deliver", "refused_delivery", "bad_address", "changed_address", "negative_feedback", "need_review",
        "operator_intervention", "retained", "out_for_delivery", "delivery_failed", "waiting_for_confirmation", "at_the_door", "buyer_edt_limit_stale",
        "delivery_blocked", "awaiting_tax_documentation", "dangerous_area", "buyer_rescheduled", "failover", "at_customs", "delayed_at_customs", "left_customs",
        "missing_sender_payment", "missing_sender_documentation", "missing_recipient_documentation", "missing_recipient_payment", "import_taxes_paid", "damaged",
        "fulfilled_feedback", "no_action_taken", "double_refund", "inferred", "returning_to_sender", "to_review", "destroyed", "cancelled_measurement_exceeded",
        "returned_to_hub", "returned_to_agency", "picked_up_for_return", "returning_to_warehouse", "returning_to_hub", "soon_to_be_returned", "return_failed",
        "in_storage", "pending_recovery", "rejected_damaged", "refunded_by_delay", "delayed_to_hub", "shipment_stopped", "stolen", "returned", "confiscated", "lost",
        "recovered", "returned_to_warehouse", "not_recovered", "detained_at_customs", "detained_at_origin", "unclaimed", "import_tax_rejected", "import_tax_expired",
        "rider_not_found", "label_expired", "cancelled_manually", "return_expired", "return_session_expired", "unfulfillable", "closed_by_user", "pack_splitted",
        "shipped_outside_me", "shipped_outside_me_trusted", "inferred_shipped", "service_unavailable", "dismissed", "time_expired", "pack_partially_cancelled",
        "rejected_manually", "closed_store", "out_of_range",
    ];

    public static IReadOnlyList<string> ShippingModes { get; } = ["me2", "me1", "custom", "not_specified"];

    public static IReadOnlyList<string> LogisticTypes { get; } = ["fulfillment", "self_service", "cross_docking", "drop_off", "xd_drop_off", "default", "custom", "not_specified"];
}
