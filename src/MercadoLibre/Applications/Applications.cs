using System.Text.Json;
using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <summary>The application as the platform knows it. Readable only with its owner's token.</summary>
public sealed record ApplicationInfo
{
    public long? Id { get; init; }

    public string? Name { get; init; }

    public string? SiteId { get; init; }

    public string? Description { get; init; }

    public string? Thumbnail { get; init; }

    public string? Url { get; init; }

    public bool? SandboxMode { get; init; }

    public string? ProjectId { get; init; }

    /// <summary>False when the platform blocked it.</summary>
    public bool? Active { get; init; }

    public int? MaxRequestsPerHour { get; init; }

    public string? CertificationStatus { get; init; }

    public IReadOnlyList<string> Scopes { get => field ?? []; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

/// <summary>The users who let this application in.</summary>
public sealed record Grants
{
    public Paging? Paging { get; init; }

    [JsonPropertyName("grants")]
    public IReadOnlyList<Grant> Entries { get => field ?? []; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed record Grant
{
    public long? UserId { get; init; }

    public long? AppId { get; init; }

    public DateTimeOffset? DateCreated { get; init; }

    public IReadOnlyList<string> Scopes { get => field ?? []; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed record Revocation
{
    public long? UserId { get; init; }

    public long? AppId { get; init; }

    public string? Msg { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}
