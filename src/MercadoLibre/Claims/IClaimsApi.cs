using Refit;

namespace MeliBot.MercadoLibre;

/// <summary>
/// Claims, mediations, returns and cancellations. No write is ever repeated by the client; if an error
/// <see cref="MercadoLibreError.IsAmbiguous"/>, read the claim before deciding anything. What a write answers is no proof: the claim is.
/// </summary>
public interface IClaimsApi
{
    /// <summary>One page of a search as it stands; <see cref="ClaimReads.SearchAsync"/> first checks what the platform would refuse.</summary>
    [Get("/post-purchase/v1/claims/search")]
    Task<ClaimsPage> PageAsync([Query] ClaimSearch search, CancellationToken cancellationToken = default);

    [Get("/post-purchase/v1/claims/{claim_id}")]
    Task<Claim> GetAsync([AliasAs("claim_id")] long claimId, CancellationToken cancellationToken = default);

    /// <summary>What the platform tells a person about it.</summary>
    [Get("/post-purchase/v1/claims/{claim_id}/detail")]
    Task<ClaimDetail> DetailAsync([AliasAs("claim_id")] long claimId, CancellationToken cancellationToken = default);

    /// <summary>What a reason is. It hardly ever changes: keep it.</summary>
    [Get("/post-purchase/v1/claims/reasons/{reason_id}")]
    Task<ClaimReason> ReasonAsync([AliasAs("reason_id")] string reasonId, CancellationToken cancellationToken = default);

    [Get("/post-purchase/v1/claims/{claim_id}/affects-reputation")]
    Task<ClaimReputation> ReputationAsync([AliasAs("claim_id")] long claimId, CancellationToken cancellationToken = default);

    /// <summary>All messages; a return has none. Slow: it takes most of a second.</summary>
    [Get("/post-purchase/v1/claims/{claim_id}/messages")]
    Task<ClaimMessages> MessagesAsync([AliasAs("claim_id")] long claimId, CancellationToken cancellationToken = default);

    /// <summary>What each side wants, and what became of it.</summary>
    [Get("/post-purchase/v1/claims/{claim_id}/expected-resolutions")]
    Task<List<ExpectedResolution>> ExpectedResolutionsAsync([AliasAs("claim_id")] long claimId, CancellationToken cancellationToken = default);

    /// <summary>Which parts of the price may be offered. 422 where the claim allows none.</summary>
    [Get("/post-purchase/v1/claims/{claim_id}/partial-refund/available-offers")]
    Task<PartialRefundOffers> PartialRefundOffersAsync([AliasAs("claim_id")] long claimId, CancellationToken cancellationToken = default);

    [Get("/post-purchase/v1/claims/{claim_id}/evidences")]
    Task<List<ClaimEvidence>> EvidencesAsync([AliasAs("claim_id")] long claimId, CancellationToken cancellationToken = default);

    [Get("/post-purchase/v1/claims/{claim_id}/status-history")]
    Task<List<ClaimStatusChange>> StatusHistoryAsync([AliasAs("claim_id")] long claimId, CancellationToken cancellationToken = default);

    [Get("/post-purchase/v1/claims/{claim_id}/actions-history")]
    Task<List<ClaimActionTaken>> ActionsHistoryAsync([AliasAs("claim_id")] long claimId, CancellationToken cancellationToken = default);

    /// <summary>Ask when <see cref="Claim.HasChange"/>.</summary>
    [Get("/post-purchase/v1/claims/{claim_id}/changes")]
    Task<ClaimChanges> ChangesAsync([AliasAs("claim_id")] long claimId, CancellationToken cancellationToken = default);

    /// <summary>What the way back costs, also in dollars.</summary>
    [Get("/post-purchase/v1/claims/{claim_id}/charges/return-cost?calculate_amount_usd=true")]
    Task<ReturnCost> ReturnCostAsync([AliasAs("claim_id")] long claimId, CancellationToken cancellationToken = default);

    /// <summary>Sends a text. The answer says nothing of it: read the messages to learn its key.</summary>
    [Post("/post-purchase/v1/claims/{claim_id}/actions/send-message")]
    Task SendMessageAsync([AliasAs("claim_id")] long claimId, [Body] ClaimMessageRequest message, CancellationToken cancellationToken = default);

    /// <summary>Asks Mercado Libre to mediate. There is no way back.</summary>
    [Post("/post-purchase/v1/claims/{claim_id}/actions/open-dispute")]
    Task OpenDisputeAsync([AliasAs("claim_id")] long claimId, CancellationToken cancellationToken = default);

    /// <summary>Offers a part of the price. Costs money once the buyer takes it.</summary>
    [Post("/post-purchase/v1/claims/{claim_id}/expected-resolutions/partial-refund")]
    Task OfferPartialRefundAsync([AliasAs("claim_id")] long claimId, [Body] PartialRefundRequest offer, CancellationToken cancellationToken = default);

    /// <summary>Gives back everything and closes the claim. There is no way back.</summary>
    [Post("/post-purchase/v1/claims/{claim_id}/expected-resolutions/refund")]
    Task RefundAsync([AliasAs("claim_id")] long claimId, CancellationToken cancellationToken = default);

    /// <summary>Lets the buyer send the product back; its label may cost the seller.</summary>
    [Post("/post-purchase/v1/claims/{claim_id}/expected-resolutions/allow-return")]
    Task AllowReturnAsync([AliasAs("claim_id")] long claimId, CancellationToken cancellationToken = default);

    /// <summary>Offers the same product again; a change once the buyer takes it.</summary>
    [Post("/post-purchase/v1/claims/{claim_id}/expected-resolutions/allow-replace")]
    Task AllowReplaceAsync([AliasAs("claim_id")] long claimId, CancellationToken cancellationToken = default);

    /// <summary>Shows that the product was sent. Use <see cref="ClaimReads.AddEvidenceAsync"/>, which checks it first and knows where each kind goes.</summary>
    [Post("/post-purchase/v1/claims/{claim_id}/actions/evidences")]
    Task ShowShippingAsync([AliasAs("claim_id")] long claimId, [Body] ClaimEvidenceRequest evidence, CancellationToken cancellationToken = default);

    /// <summary>Promises when the product will be sent.</summary>
    [Post("/post-purchase/v1/claims/{claim_id}/evidences")]
    Task PromiseShippingAsync([AliasAs("claim_id")] long claimId, [Body] ClaimEvidenceRequest evidence, CancellationToken cancellationToken = default);
}
