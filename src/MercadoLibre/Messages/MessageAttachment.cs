using System.Text.Json;
using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <summary>A file of a message, or the platform's answer to its upload.</summary>
public sealed record MessageAttachment
{
    /// <summary>Only in the answer to an upload.</summary>
    public string? Id { get; init; }

    /// <summary>The platform's name, by which it is downloaded.</summary>
    public string? Filename { get; init; }

    /// <summary>As the sender called it: a stranger's words.</summary>
    public string? OriginalFilename { get; init; }

    public string? Type { get; init; }

    public long? Size { get; init; }

    /// <summary>Never open one that is.</summary>
    public bool? PotentialSecurityThreat { get; init; }

    public DateTimeOffset? CreationDate { get; init; }

    public DateTimeOffset? Date { get; init; }

    /// <summary>What a message names to carry the file.</summary>
    [JsonIgnore]
    public string? Key => Id ?? Filename;

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}
