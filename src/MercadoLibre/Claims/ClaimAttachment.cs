using System.Text.Json;
using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <summary>A file of a claim, or the platform's answer to its upload.</summary>
public sealed record ClaimAttachment
{
    /// <summary>The platform's name, by which it is sent and downloaded.</summary>
    public string? Filename { get; init; }

    /// <summary>Another spelling of <see cref="Filename"/>: use <see cref="Key"/>.</summary>
    [JsonPropertyName("file_name")]
    public string? OtherFilename { get; init; }

    /// <summary>As the sender called it: a stranger's words.</summary>
    public string? OriginalFilename { get; init; }

    public long? UserId { get; init; }

    public long? Size { get; init; }

    public string? Type { get; init; }

    public DateTimeOffset? DateCreated { get; init; }

    [JsonIgnore]
    public string? Key => Filename ?? OtherFilename;

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}
