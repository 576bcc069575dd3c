using System.Text.Json;
using MeliBot.MercadoLibre;

namespace MeliBot.Adapter.Claims.Actions;

/// <summary>Evidence of a shipping, and the review of what came back.</summary>
internal static class ClaimEvidenceActions
{
    /// <summary>Null when what was confirmed makes no call.</summary>
    public static Func<AccountClient, CancellationToken, Task>? CallOf(StoredClaim claim, ClaimActionPayload payload)
    {
        if (payload.Action == ClaimActionNames.AddEvidence && Evidence(payload) is { } evidence && evidence.Lack() is null)
            return (calls, cancellation) => calls.Claims.AddEvidenceAsync(payload.Claim, evidence, cancellation);
        if (payload.Action == ClaimActionNames.ReviewReturn && claim.Return?.Id is { } id)
            return (calls, cancellation) => calls.Returns.ReviewAsync(id, Review(payload), cancellation);
        return null;
    }

    /// <summary>Null when what was confirmed is none.</summary>
    public static ClaimEvidenceRequest? Evidence(ClaimActionPayload payload)
    {
        try
        {
            return payload.Text is { } json ? JsonSerializer.Deserialize<ClaimEvidenceRequest>(json, MercadoLibreJson.Options) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static ReturnReviewRequest Review(ClaimActionPayload payload) => payload.Code is { } code
        ? ReturnReviewRequest.Wrong([new FailedProduct(code, payload.Text ?? "", payload.Files)])
        : ReturnReviewRequest.AsItShould;
}
