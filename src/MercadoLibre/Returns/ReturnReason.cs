using System.Text.Json;
using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <summary>Why a seller finds that a product came back wrong.</summary>
public sealed record ReturnReason
{
    /// <summary>The only flow that the platform has so far: the product didn't come back as it should.</summary>
    public const string FailedReturn = "seller_return_failed";

    /// <summary>Such as <c>SRF2</c>: what a review names.</summary>
    public string? Id { get; init; }

    public string? Name { get; init; }

    /// <summary>In a person's words.</summary>
    public string? Detail { get; init; }

    public int? Position { get; init; }

    /// <summary><c>order</c>, <c>package</c> or both.</summary>
    public IReadOnlyList<string> Apply { get => field ?? []; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}
