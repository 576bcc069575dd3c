using System.Text.Json;
using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <summary>
/// One entry of a bulk read, in the new envelope (<c>id, status_code, body</c>) or the old one (<c>code, body</c>).
/// An unknown id has no body in the new one and an error as its body in the old.
/// </summary>
public sealed record BulkEntry<T>
    where T : class
{
    public string? Id { get; init; }

    public int? StatusCode { get; init; }

    public int? Code { get; init; }

    public T? Body { get; init; }

    [JsonIgnore]
    public int? Status => StatusCode ?? Code;

    /// <summary>True when <see cref="Body"/> is what was asked for. 206 is a partial but usable body.</summary>
    [JsonIgnore]
    public bool IsFound => Body is not null && Status is null or (>= 200 and < 300);

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}
