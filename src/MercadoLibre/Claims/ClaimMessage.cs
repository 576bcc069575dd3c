using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <summary>A message of a claim.</summary>
public sealed record ClaimMessage
{
    public ClaimRole SenderRole { get; init; }

    public ClaimRole ReceiverRole { get; init; }

    /// <summary>As it came. A mediator's is HTML.</summary>
    public string? Message { get; init; }

    public string? TranslatedMessage { get; init; }

    public DateTimeOffset? DateCreated { get; init; }

    public DateTimeOffset? LastUpdated { get; init; }

    public DateTimeOffset? MessageDate { get; init; }

    public DateTimeOffset? DateRead { get; init; }

    public IReadOnlyList<ClaimAttachment> Attachments { get => field ?? []; init; }

    public ClaimMessageStatus Status { get; init; }

    public ClaimStage Stage { get; init; }

    public MessageModeration? MessageModeration { get; init; }

    public bool? Repeated { get; init; }

    /// <summary>The platform's own key; older answers have none: use <see cref="Key"/>.</summary>
    public string? Hash { get; init; }

    [JsonIgnore]
    public DateTimeOffset? At => DateCreated ?? MessageDate;

    /// <summary>What tells it from other messages of its claim, whenever it is read.</summary>
    [JsonIgnore]
    public string Key => string.IsNullOrEmpty(Hash) ? KeyWithoutHash : Hash;

    /// <summary>The key that it has as long as the platform gives it no hash: made of its sender, date and text.</summary>
    [JsonIgnore]
    public string KeyWithoutHash
    {
        get
        {
            var date = At?.UtcTicks.ToString(CultureInfo.InvariantCulture);
            var bytes = SHA256.HashData(Encoding.UTF8.GetBytes($"{SenderRole.Value?.ToLowerInvariant()}\n{date}\n{Message}"));
            return $"made-{Convert.ToHexStringLower(bytes.AsSpan(0, 16))}";
        }
    }

    /// <summary>True when its reader can see it. A success may still be moderated.</summary>
    [JsonIgnore]
    public bool IsDelivered =>
        (Status.Value is null || Status == ClaimMessageStatus.Available) && MessageModeration?.Status != MessageModerationStatus.Rejected;

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}
