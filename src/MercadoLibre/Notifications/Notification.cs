using System.Text.Json;

namespace MeliBot.MercadoLibre;

/// <summary>
/// A webhook's body: a hint that a resource changed, never the truth. Unsigned, may be repeated, late or out of order; read the
/// resource with the account's own token before believing anything.
/// </summary>
public sealed record Notification
{
    /// <summary>Absent in many; of no use as a key, because a resource is notified again under another one.</summary>
    public string? Id { get; init; }

    /// <summary>As it came; <see cref="ResourcePath.TryParse"/> makes it safe to read.</summary>
    public required string Resource { get; init; }

    /// <summary>The account.</summary>
    public required long UserId { get; init; }

    public required Topic Topic { get; init; }

    public long? ApplicationId { get; init; }

    public int? Attempts { get; init; }

    /// <summary>When this attempt left the platform.</summary>
    public DateTimeOffset? Sent { get; init; }

    /// <summary>When the event entered the platform.</summary>
    public DateTimeOffset? Received { get; init; }

    /// <summary>Words (<c>created</c>) or <c>key:value</c> pairs.</summary>
    public IReadOnlyList<string> Actions { get; init; } = [];

    public IReadOnlyDictionary<string, JsonElement> Extra { get; init; } = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
}
