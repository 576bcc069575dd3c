using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <summary>What exactly happens within a <see cref="ShipmentStatus"/>; the platform's catalogue has some 130 and grows.</summary>
[JsonConverter(typeof(OpenEnumConverter<ShipmentSubstatus>))]
public readonly record struct ShipmentSubstatus(string? Value) : IOpenEnum<ShipmentSubstatus>
{
    public static readonly ShipmentSubstatus CostExceeded = new("cost_exceeded");
    public static readonly ShipmentSubstatus UnderReview = new("under_review");
    public static readonly ShipmentSubstatus Reviewed = new("reviewed");
    public static readonly ShipmentSubstatus Fraudulent = new("fraudulent");
    public static readonly ShipmentSubstatus WaitingForPayment = new("waiting_for_payment");
    public static readonly ShipmentSubstatus ShipmentPaid = new("shipment_paid");
    public static readonly ShipmentSubstatus CreatingRoute = new("creating_route");
    public static readonly ShipmentSubstatus Manufacturing = new("manufacturing");
    public static readonly ShipmentSubstatus Buffered = new("buffered");
    public static readonly ShipmentSubstatus CreatingShippingOrder = new("creating_shipping_order");
    public static readonly ShipmentSubstatus Regenerating = new("regenerating");
    public static readonly ShipmentSubstatus WaitingForLabelGeneration = new("waiting_for_label_generation");
    public static readonly ShipmentSubstatus InvoicePending = new("invoice_pending");
    public static readonly ShipmentSubstatus WaitingForReturnConfirmation = new("waiting_for_return_confirmation");
    public static readonly ShipmentSubstatus ReturnConfirmed = new("return_confirmed");
    public static readonly ShipmentSubstatus AgencyUnavailable = new("agency_unavailable");
    public static readonly ShipmentSubstatus ReadyToPrint = new("ready_to_print");
    public static readonly ShipmentSubstatus Printed = new("printed");
    public static readonly ShipmentSubstatus InPickupList = new("in_pickup_list");
    public static readonly ShipmentSubstatus ReadyForPklCreation = new("ready_for_pkl_creation");
    public static readonly ShipmentSubstatus ReadyForPickup = new("ready_for_pickup");
    public static readonly ShipmentSubstatus ReadyForDropoff = new("ready_for_dropoff");
    public static readonly ShipmentSubstatus PickedUp = new("picked_up");
    public static readonly ShipmentSubstatus Stale = new("stale");
    public static readonly ShipmentSubstatus DroppedOff = new("dropped_off");
    public static readonly ShipmentSubstatus Delayed = new("delayed");
    public static readonly ShipmentSubstatus ClaimedMe = new("claimed_me");
    public static readonly ShipmentSubstatus WaitingForLastMileAuthorization = new("waiting_for_last_mile_authorization");
    public static readonly ShipmentSubstatus RejectedInHub = new("rejected_in_hub");
    public static readonly ShipmentSubstatus InTransit = new("in_transit");
    public static readonly ShipmentSubstatus InWarehouse = new("in_warehouse");
    public static readonly ShipmentSubstatus ReadyToPack = new("ready_to_pack");
    public static readonly ShipmentSubstatus InHub = new("in_hub");
    public static readonly ShipmentSubstatus MeasuresReady = new("measures_ready");
    public static readonly ShipmentSubstatus WaitingForCarrierAuthorization = new("waiting_for_carrier_authorization");
    public static readonly ShipmentSubstatus AuthorizedByCarrier = new("authorized_by_carrier");
    public static readonly ShipmentSubstatus InPackingList = new("in_packing_list");
    public static readonly ShipmentSubstatus InPlp = new("in_plp");
    public static readonly ShipmentSubstatus OnHold = new("on_hold");
    public static readonly ShipmentSubstatus Packed = new("packed");
    public static readonly ShipmentSubstatus OnRouteToPickup = new("on_route_to_pickup");
    public static readonly ShipmentSubstatus PickingUp = new("picking_up");
    public static readonly ShipmentSubstatus ShippingOrderInitialized = new("shipping_order_initialized");
    public static readonly ShipmentSubstatus LookingForDriver = new("looking_for_driver");
    public static readonly ShipmentSubstatus WaitingForWithdrawal = new("waiting_for_withdrawal");
    public static readonly ShipmentSubstatus ContactWithCarrierRequired = new("contact_with_carrier_required");
    public static readonly ShipmentSubstatus ReceiverAbsent = new("receiver_absent");
    public static readonly ShipmentSubstatus Reclaimed = new("reclaimed");
    public static readonly ShipmentSubstatus NotLocalized = new("not_localized");
    public static readonly ShipmentSubstatus ForwardedToThird = new("forwarded_to_third");
    public static readonly ShipmentSubstatus SoonDeliver = new("soon_deliver");
    public static readonly ShipmentSubstatus RefusedDelivery = new("refused_delivery");
    public static readonly ShipmentSubstatus BadAddress = new("bad_address");
    public static readonly ShipmentSubstatus ChangedAddress = new("changed_address");
    public static readonly ShipmentSubstatus NegativeFeedback = new("negative_feedback");
    public static readonly ShipmentSubstatus NeedReview = new("need_review");
    public static readonly ShipmentSubstatus OperatorIntervention = new("operator_intervention");
    public static readonly ShipmentSubstatus Retained = new("retained");
    public static readonly ShipmentSubstatus OutForDelivery = new("out_for_delivery");
    public static readonly ShipmentSubstatus DeliveryFailed = new("delivery_failed");
    public static readonly ShipmentSubstatus WaitingForConfirmation = new("waiting_for_confirmation");
    public static readonly ShipmentSubstatus AtTheDoor = new("at_the_door");
    public static readonly ShipmentSubstatus BuyerEdtLimitStale = new("buyer_edt_limit_stale");
    public static readonly ShipmentSubstatus DeliveryBlocked = new("delivery_blocked");
    public static readonly ShipmentSubstatus AwaitingTaxDocumentation = new("awaiting_tax_documentation");
    public static readonly ShipmentSubstatus DangerousArea = new("dangerous_area");
    public static readonly ShipmentSubstatus BuyerRescheduled = new("buyer_rescheduled");
    public static readonly ShipmentSubstatus Failover = new("failover");
    public static readonly ShipmentSubstatus AtCustoms = new("at_customs");
    public static readonly ShipmentSubstatus DelayedAtCustoms = new("delayed_at_customs");
    public static readonly ShipmentSubstatus LeftCustoms = new("left_customs");
    public static readonly ShipmentSubstatus MissingSenderPayment = new("missing_sender_payment");
    public static readonly ShipmentSubstatus MissingSenderDocumentation = new("missing_sender_documentation");
    public static readonly ShipmentSubstatus MissingRecipientDocumentation = new("missing_recipient_documentation");
    public static readonly ShipmentSubstatus MissingRecipientPayment = new("missing_recipient_payment");
    public static readonly ShipmentSubstatus ImportTaxesPaid = new("import_taxes_paid");
    public static readonly ShipmentSubstatus Damaged = new("damaged");
    public static readonly ShipmentSubstatus FulfilledFeedback = new("fulfilled_feedback");
    public static readonly ShipmentSubstatus NoActionTaken = new("no_action_taken");
    public static readonly ShipmentSubstatus DoubleRefund = new("double_refund");
    public static readonly ShipmentSubstatus Inferred = new("inferred");
    public static readonly ShipmentSubstatus ReturningToSender = new("returning_to_sender");
    public static readonly ShipmentSubstatus ToReview = new("to_review");
    public static readonly ShipmentSubstatus Destroyed = new("destroyed");
    public static readonly ShipmentSubstatus CancelledMeasurementExceeded = new("cancelled_measurement_exceeded");
    public static readonly ShipmentSubstatus ReturnedToHub = new("returned_to_hub");
    public static readonly ShipmentSubstatus ReturnedToAgency = new("returned_to_agency");
    public static readonly ShipmentSubstatus PickedUpForReturn = new("picked_up_for_return");
    public static readonly ShipmentSubstatus ReturningToWarehouse = new("returning_to_warehouse");
    public static readonly ShipmentSubstatus ReturningToHub = new("returning_to_hub");
    public static readonly ShipmentSubstatus SoonToBeReturned = new("soon_to_be_returned");
    public static readonly ShipmentSubstatus ReturnFailed = new("return_failed");
    public static readonly ShipmentSubstatus InStorage = new("in_storage");
    public static readonly ShipmentSubstatus PendingRecovery = new("pending_recovery");
    public static readonly ShipmentSubstatus RejectedDamaged = new("rejected_damaged");
    public static readonly ShipmentSubstatus RefundedByDelay = new("refunded_by_delay");
    public static readonly ShipmentSubstatus DelayedToHub = new("delayed_to_hub");
    public static readonly ShipmentSubstatus ShipmentStopped = new("shipment_stopped");
    public static readonly ShipmentSubstatus Stolen = new("stolen");
    public static readonly ShipmentSubstatus Returned = new("returned");
    public static readonly ShipmentSubstatus Confiscated = new("confiscated");
    public static readonly ShipmentSubstatus Lost = new("lost");
    public static readonly ShipmentSubstatus Recovered = new("recovered");
    public static readonly ShipmentSubstatus ReturnedToWarehouse = new("returned_to_warehouse");
    public static readonly ShipmentSubstatus NotRecovered = new("not_recovered");
    public static readonly ShipmentSubstatus DetainedAtCustoms = new("detained_at_customs");
    public static readonly ShipmentSubstatus DetainedAtOrigin = new("detained_at_origin");
    public static readonly ShipmentSubstatus Unclaimed = new("unclaimed");
    public static readonly ShipmentSubstatus ImportTaxRejected = new("import_tax_rejected");
    public static readonly ShipmentSubstatus ImportTaxExpired = new("import_tax_expired");
    public static readonly ShipmentSubstatus RiderNotFound = new("rider_not_found");
    public static readonly ShipmentSubstatus LabelExpired = new("label_expired");
    public static readonly ShipmentSubstatus CancelledManually = new("cancelled_manually");
    public static readonly ShipmentSubstatus ReturnExpired = new("return_expired");
    public static readonly ShipmentSubstatus ReturnSessionExpired = new("return_session_expired");
    public static readonly ShipmentSubstatus Unfulfillable = new("unfulfillable");
    public static readonly ShipmentSubstatus ClosedByUser = new("closed_by_user");
    public static readonly ShipmentSubstatus PackSplitted = new("pack_splitted");
    public static readonly ShipmentSubstatus ShippedOutsideMe = new("shipped_outside_me");
    public static readonly ShipmentSubstatus ShippedOutsideMeTrusted = new("shipped_outside_me_trusted");
    public static readonly ShipmentSubstatus InferredShipped = new("inferred_shipped");
    public static readonly ShipmentSubstatus ServiceUnavailable = new("service_unavailable");
    public static readonly ShipmentSubstatus Dismissed = new("dismissed");
    public static readonly ShipmentSubstatus TimeExpired = new("time_expired");
    public static readonly ShipmentSubstatus PackPartiallyCancelled = new("pack_partially_cancelled");
    public static readonly ShipmentSubstatus RejectedManually = new("rejected_manually");
    public static readonly ShipmentSubstatus ClosedStore = new("closed_store");
    public static readonly ShipmentSubstatus OutOfRange = new("out_of_range");

    public static IReadOnlyList<ShipmentSubstatus> Known { get; } =
    [
        CostExceeded, UnderReview, Reviewed, Fraudulent, WaitingForPayment, ShipmentPaid, CreatingRoute, Manufacturing, Buffered,
        CreatingShippingOrder, Regenerating, WaitingForLabelGeneration, InvoicePending, WaitingForReturnConfirmation, ReturnConfirmed,
        AgencyUnavailable, ReadyToPrint, Printed, InPickupList, ReadyForPklCreation, ReadyForPickup, ReadyForDropoff, PickedUp, Stale, DroppedOff,
        Delayed, ClaimedMe, WaitingForLastMileAuthorization, RejectedInHub, InTransit, InWarehouse, ReadyToPack, InHub, MeasuresReady,
        WaitingForCarrierAuthorization, AuthorizedByCarrier, InPackingList, InPlp, OnHold, Packed, OnRouteToPickup, PickingUp,
        ShippingOrderInitialized, LookingForDriver, WaitingForWithdrawal, ContactWithCarrierRequired, ReceiverAbsent, Reclaimed, NotLocalized,
        ForwardedToThird, SoonDeliver, RefusedDelivery, BadAddress, ChangedAddress, NegativeFeedback, NeedReview, OperatorIntervention, Retained,
        OutForDelivery, DeliveryFailed, WaitingForConfirmation, AtTheDoor, BuyerEdtLimitStale, DeliveryBlocked, AwaitingTaxDocumentation,
        DangerousArea, BuyerRescheduled, Failover, AtCustoms, DelayedAtCustoms, LeftCustoms, MissingSenderPayment, MissingSenderDocumentation,
        MissingRecipientDocumentation, MissingRecipientPayment, ImportTaxesPaid, Damaged, FulfilledFeedback, NoActionTaken, DoubleRefund, Inferred,
        ReturningToSender, ToReview, Destroyed, CancelledMeasurementExceeded, ReturnedToHub, ReturnedToAgency, PickedUpForReturn,
        ReturningToWarehouse, ReturningToHub, SoonToBeReturned, ReturnFailed, InStorage, PendingRecovery, RejectedDamaged, RefundedByDelay,
        DelayedToHub, ShipmentStopped, Stolen, Returned, Confiscated, Lost, Recovered, ReturnedToWarehouse, NotRecovered, DetainedAtCustoms,
        DetainedAtOrigin, Unclaimed, ImportTaxRejected, ImportTaxExpired, RiderNotFound, LabelExpired, CancelledManually, ReturnExpired,
        ReturnSessionExpired, Unfulfillable, ClosedByUser, PackSplitted, ShippedOutsideMe, ShippedOutsideMeTrusted, InferredShipped,
        ServiceUnavailable, Dismissed, TimeExpired, PackPartiallyCancelled, RejectedManually, ClosedStore, OutOfRange,
    ];

    public bool IsKnown => OpenEnum.IsKnown(this);

    public static ShipmentSubstatus From(string value) => new(value);

    public bool Equals(ShipmentSubstatus other) => OpenEnum.AreEqual(Value, other.Value);

    public override int GetHashCode() => OpenEnum.Hash(Value);

    public override string ToString() => Value ?? "";
}
