using System.Text.Json;
using MeliBot.MercadoLibre;

namespace MeliBot.Adapter.Claims.Actions;

/// <summary>Evidence of a shipping, and the review of what came back.</summary>
internal static class ClaimEvidenceActions
{
    public static Task DoAsync(AccountClient calls, StoredClaim claim, ClaimActionPayload payload, CancellationToken cancellationToken) => payload.Action switch
    {
        ClaimActionNames.AddEvidence when Evidence(payload) is { } evidence => calls.Claims.AddEvidenceAsync(payload.Claim, evidence, cancellationToken),
        ClaimActionNames.ReviewReturn when claim.Return?.Id is { } id => calls.Returns.ReviewAsync(id, Review(payload), cancellationToken),
        _ => throw new InvalidOperationException($"Nothing here does \"{payload.Action}\" in a claim as it was confirmed. Do it on Mercado Libre."),
    };

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
