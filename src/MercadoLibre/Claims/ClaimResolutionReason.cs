using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <summary>Why a claim was closed. A closed claim may have none.</summary>
[JsonConverter(typeof(OpenEnumConverter<ClaimResolutionReason>))]
public readonly record struct ClaimResolutionReason(string? Value) : IOpenEnum<ClaimResolutionReason>
{
    public static readonly ClaimResolutionReason PaymentRefunded = new("payment_refunded");
    public static readonly ClaimResolutionReason PartialRefunded = new("partial_refunded");
    public static readonly ClaimResolutionReason Reimbursed = new("reimbursed");
    public static readonly ClaimResolutionReason ChargedBack = new("charged_back");
    public static readonly ClaimResolutionReason ItemReturned = new("item_returned");
    public static readonly ClaimResolutionReason ReturnExpired = new("return_expired");
    public static readonly ClaimResolutionReason ReturnCanceled = new("return_canceled");
    public static readonly ClaimResolutionReason LowCost = new("low_cost");
    public static readonly ClaimResolutionReason WarehouseDecision = new("warehouse_decision");
    public static readonly ClaimResolutionReason WarehouseTimeout = new("warehouse_timeout");
    public static readonly ClaimResolutionReason NoBpp = new("no_bpp");
    public static readonly ClaimResolutionReason CoverageDecision = new("coverage_decision");
    public static readonly ClaimResolutionReason WorkedOutWithSeller = new("worked_out_with_seller");
    public static readonly ClaimResolutionReason OpenedClaimByMistake = new("opened_claim_by_mistake");
    public static readonly ClaimResolutionReason PreferedToKeepProduct = new("prefered_to_keep_product");
    public static readonly ClaimResolutionReason FoundMissingParts = new("found_missing_parts");
    public static readonly ClaimResolutionReason SellerSentProduct = new("seller_sent_product");
    public static readonly ClaimResolutionReason SellerExplainedFunctions = new("seller_explained_functions");
    public static readonly ClaimResolutionReason SellerDidNotHelp = new("seller_did_not_help");
    public static readonly ClaimResolutionReason SellerAskedToCloseClaim = new("seller_asked_to_close_claim");
    public static readonly ClaimResolutionReason RespondentTimeout = new("respondent_timeout");
    public static readonly ClaimResolutionReason Timeout = new("timeout");
    public static readonly ClaimResolutionReason ItemChanged = new("item_changed");
    public static readonly ClaimResolutionReason ChangeExpired = new("change_expired");
    public static readonly ClaimResolutionReason ChangeCancelledBuyer = new("change_cancelled_buyer");
    public static readonly ClaimResolutionReason ChangeCancelledSeller = new("change_cancelled_seller");
    public static readonly ClaimResolutionReason ChangeCancelledMeli = new("change_cancelled_meli");
    public static readonly ClaimResolutionReason AlreadyShipped = new("already_shipped");
    public static readonly ClaimResolutionReason NotDelivered = new("not_delivered");
    public static readonly ClaimResolutionReason ProductDelivered = new("product_delivered");
    public static readonly ClaimResolutionReason RepResolution = new("rep_resolution");
    public static readonly ClaimResolutionReason ShipmentNotStopped = new("shipment_not_stopped");
    public static readonly ClaimResolutionReason BuyerClaimOpened = new("buyer_claim_opened");
    public static readonly ClaimResolutionReason BuyerDisputeOpened = new("buyer_dispute_opened");
    public static readonly ClaimResolutionReason CancelInstallation = new("cancel_installation");

    public static IReadOnlyList<ClaimResolutionReason> Known { get; } =
    [
        PaymentRefunded, PartialRefunded, Reimbursed, ChargedBack, ItemReturned, ReturnExpired, ReturnCanceled, LowCost, WarehouseDecision,
        WarehouseTimeout, NoBpp, CoverageDecision, WorkedOutWithSeller, OpenedClaimByMistake, PreferedToKeepProduct, FoundMissingParts,
        SellerSentProduct, SellerExplainedFunctions, SellerDidNotHelp, SellerAskedToCloseClaim, RespondentTimeout, Timeout, ItemChanged,
        ChangeExpired, ChangeCancelledBuyer, ChangeCancelledSeller, ChangeCancelledMeli, AlreadyShipped, NotDelivered, ProductDelivered,
        RepResolution, ShipmentNotStopped, BuyerClaimOpened, BuyerDisputeOpened, CancelInstallation,
    ];

    public bool IsKnown => OpenEnum.IsKnown(this);

    /// <summary>What the reason comes down to; <see cref="ClaimResolutionGroup.Unknown"/> for a word that isn't known, and for none.</summary>
    public ClaimResolutionGroup Group => Value is { } value && Groups.TryGetValue(value, out var group) ? group : ClaimResolutionGroup.Unknown;

    private static readonly Dictionary<string, ClaimResolutionGroup> Groups = new(StringComparer.OrdinalIgnoreCase)
    {
        [PaymentRefunded.Value!] = ClaimResolutionGroup.Refund,
        [PartialRefunded.Value!] = ClaimResolutionGroup.Refund,
        [Reimbursed.Value!] = ClaimResolutionGroup.Refund,
        [ChargedBack.Value!] = ClaimResolutionGroup.Refund,
        [ItemReturned.Value!] = ClaimResolutionGroup.Return,
        [ReturnExpired.Value!] = ClaimResolutionGroup.Return,
        [ReturnCanceled.Value!] = ClaimResolutionGroup.Return,
        [LowCost.Value!] = ClaimResolutionGroup.Return,
        [WarehouseDecision.Value!] = ClaimResolutionGroup.Return,
        [WarehouseTimeout.Value!] = ClaimResolutionGroup.Return,
        [NoBpp.Value!] = ClaimResolutionGroup.NoCoverage,
        [CoverageDecision.Value!] = ClaimResolutionGroup.Coverage,
        [WorkedOutWithSeller.Value!] = ClaimResolutionGroup.BuyerClosed,
        [OpenedClaimByMistake.Value!] = ClaimResolutionGroup.BuyerClosed,
        [PreferedToKeepProduct.Value!] = ClaimResolutionGroup.BuyerClosed,
        [FoundMissingParts.Value!] = ClaimResolutionGroup.BuyerClosed,
        [SellerSentProduct.Value!] = ClaimResolutionGroup.BuyerClosed,
        [SellerExplainedFunctions.Value!] = ClaimResolutionGroup.BuyerClosed,
        [SellerDidNotHelp.Value!] = ClaimResolutionGroup.BuyerClosed,
        [SellerAskedToCloseClaim.Value!] = ClaimResolutionGroup.BuyerClosed,
        [RespondentTimeout.Value!] = ClaimResolutionGroup.Time,
        [Timeout.Value!] = ClaimResolutionGroup.Time,
        [ItemChanged.Value!] = ClaimResolutionGroup.Change,
        [ChangeExpired.Value!] = ClaimResolutionGroup.Change,
        [ChangeCancelledBuyer.Value!] = ClaimResolutionGroup.Change,
        [ChangeCancelledSeller.Value!] = ClaimResolutionGroup.Change,
        [ChangeCancelledMeli.Value!] = ClaimResolutionGroup.Change,
        [AlreadyShipped.Value!] = ClaimResolutionGroup.Other,
        [NotDelivered.Value!] = ClaimResolutionGroup.Other,
        [ProductDelivered.Value!] = ClaimResolutionGroup.Other,
        [RepResolution.Value!] = ClaimResolutionGroup.Other,
        [ShipmentNotStopped.Value!] = ClaimResolutionGroup.Other,
        [BuyerClaimOpened.Value!] = ClaimResolutionGroup.Other,
        [BuyerDisputeOpened.Value!] = ClaimResolutionGroup.Other,
        [CancelInstallation.Value!] = ClaimResolutionGroup.Other,
    };

    public static ClaimResolutionReason From(string value) => new(value);

    public bool Equals(ClaimResolutionReason other) => OpenEnum.AreEqual(Value, other.Value);

    public override int GetHashCode() => OpenEnum.Hash(Value);

    public override string ToString() => Value ?? "";
}
