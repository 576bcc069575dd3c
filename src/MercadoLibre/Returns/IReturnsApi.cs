using Refit;

namespace MeliBot.MercadoLibre;

/// <summary>Returns, and the reviews of what came back.</summary>
public interface IReturnsApi
{
    /// <summary>The return of a claim; 404 where there is none. Ask when <see cref="Claim.HasReturn"/>.</summary>
    [Get("/post-purchase/v2/claims/{claim_id}/returns")]
    Task<Return> OfClaimAsync([AliasAs("claim_id")] long claimId, CancellationToken cancellationToken = default);

    /// <summary>404 where there is none: ask when <see cref="Return.HasReviews"/>.</summary>
    [Get("/post-purchase/v1/returns/{return_id}/reviews")]
    Task<ReturnReviews> ReviewsAsync([AliasAs("return_id")] long returnId, CancellationToken cancellationToken = default);

    /// <summary>The reasons that a review may name.</summary>
    /// <param name="flow"><see cref="ReturnReason.FailedReturn"/>.</param>
    /// <param name="claimId">The claim.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    [Get("/post-purchase/v1/returns/reasons")]
    Task<List<ReturnReason>> ReasonsAsync(string flow, [AliasAs("claim_id")] long claimId, CancellationToken cancellationToken = default);

    /// <summary>
    /// Says what came back; that decides about money. Never repeated by the client; if the error <see cref="MercadoLibreError.IsAmbiguous"/>,
    /// read the claim's actions and the reviews before deciding anything.
    /// </summary>
    [Post("/post-purchase/v1/returns/{return_id}/return-review")]
    Task ReviewAsync([AliasAs("return_id")] long returnId, [Body] ReturnReviewRequest review, CancellationToken cancellationToken = default);
}
