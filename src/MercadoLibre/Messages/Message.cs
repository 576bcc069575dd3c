using System.Text.Json;
using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <summary>A message of a sale, in any of the shapes in which the platform has shown one.</summary>
public record Message
{
    /// <summary>32 hexadecimal digits so far; opaque. Use <see cref="Key"/>.</summary>
    public string? Id { get; init; }

    /// <summary>The older shape's name of <see cref="Id"/>.</summary>
    public string? MessageId { get; init; }

    [JsonPropertyName("_id")]
    public string? OldestId { get; init; }

    public string? SiteId { get; init; }

    public long? ClientId { get; init; }

    public MessageParty? From { get; init; }

    /// <summary>One, or in the oldest shape a list.</summary>
    [JsonConverter(typeof(OneOrManyConverter<MessageParty>))]
    public IReadOnlyList<MessageParty> To { get => field ?? []; init; }

    public MessageStatus Status { get; init; }

    public string? Subject { get; init; }

    /// <summary>Plain text that may hold links; empty when there is only an attachment.</summary>
    [JsonConverter(typeof(MessageTextConverter))]
    public string? Text { get; init; }

    public string? TextTranslated { get; init; }

    public MessageDates? MessageDate { get; init; }

    public MessageModeration? MessageModeration { get; init; }

    public IReadOnlyList<MessageAttachment> MessageAttachments { get => field ?? []; init; }

    public IReadOnlyList<MessageResource> MessageResources { get => field ?? []; init; }

    public bool? ConversationFirstMessage { get; init; }

    public MessageData? Data { get; init; }

    /// <summary>Older shape; use <see cref="At"/>.</summary>
    public DateTimeOffset? Date { get; init; }

    public DateTimeOffset? DateReceived { get; init; }

    public DateTimeOffset? DateAvailable { get; init; }

    public DateTimeOffset? DateNotified { get; init; }

    public DateTimeOffset? DateRead { get; init; }

    public IReadOnlyList<MessageAttachment> Attachments { get => field ?? []; init; }

    public JsonElement? AttachmentsValidations { get; init; }

    public JsonElement? Headers { get; init; }

    public string? Resource { get; init; }

    public string? ResourceId { get; init; }

    public string? ModerationStatus { get; init; }

    public MessageModeration? Moderation { get; init; }

    [JsonIgnore]
    public string? Key => Id ?? MessageId ?? OldestId;

    /// <summary>When it was written: the platform's own order, with <see cref="Key"/> where two are equal.</summary>
    [JsonIgnore]
    public DateTimeOffset? At => MessageDate?.Created ?? MessageDate?.Received ?? Date ?? DateReceived;

    [JsonIgnore]
    public DateTimeOffset? ReadAt => MessageDate?.Read ?? DateRead;

    [JsonIgnore]
    public MessageModeration? Moderated => MessageModeration ?? Moderation;

    [JsonIgnore]
    public IReadOnlyList<MessageAttachment> Files => MessageAttachments.Count > 0 ? MessageAttachments : Attachments;

    /// <summary>The pack (or order) that it belongs to, where it says so.</summary>
    [JsonIgnore]
    public long? PackId => Named("packs") ?? Named("orders") ?? (Resource is "orders" or "packs" && long.TryParse(ResourceId, out var id) ? id : null);

    [JsonIgnore]
    public long? SellerId => Named("sellers") ?? Named("seller");

    /// <summary>True when its reader can see it. A write that was answered with success may still be moderated.</summary>
    [JsonIgnore]
    public bool IsDelivered =>
        (Status.Value is null || Status == MessageStatus.Available) && Moderated?.Status != MessageModerationStatus.Rejected;

    private long? Named(string name) =>
        MessageResources.FirstOrDefault(r => string.Equals(r.Name, name, StringComparison.OrdinalIgnoreCase)) is { Id: { } id } && long.TryParse(id, out var number) ? number : null;

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

/// <summary>A message read by its id: flat, or within the envelope of a thread.</summary>
public sealed record FoundMessage : Message
{
    public Paging? Paging { get; init; }

    public MessageThreadState? ConversationStatus { get; init; }

    public IReadOnlyList<Message> Messages { get => field ?? []; init; }

    [JsonIgnore]
    public Message Found => Messages.Count > 0 ? Messages[0] : this;
}
