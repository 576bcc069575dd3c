using System.Text.Json;
using System.Text.Json.Serialization;
using Refit;

namespace MeliBot.MercadoLibre;

/// <summary>Notifications that the platform gave up on. Kept for two days.</summary>
public sealed record MissedFeeds
{
    public IReadOnlyList<MissedFeed> Messages { get => field ?? []; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed record MissedFeed
{
    [JsonPropertyName("_id")]
    public string? Id { get; init; }

    public string? Resource { get; init; }

    public long? UserId { get; init; }

    public Topic Topic { get; init; }

    public long? ApplicationId { get; init; }

    public int? Attempts { get; init; }

    public DateTimeOffset? Sent { get; init; }

    public DateTimeOffset? Received { get; init; }

    public JsonElement? Actions { get; init; }

    public MissedFeedRequest? Request { get; init; }

    public MissedFeedResponse? Response { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }

    /// <summary>The notification that this was, or null when it lacks what one needs.</summary>
    public Notification? ToNotification() =>
        Resource is { Length: > 0 } resource && UserId is { } user && Topic.Value is { Length: > 0 }
            ? new Notification
            {
                Id = Id,
                Resource = resource,
                UserId = user,
                Topic = Topic,
                ApplicationId = ApplicationId,
                Attempts = Attempts,
                Sent = Sent,
                Received = Received,
            }
            : null;
}

/// <summary>What the platform sent. <see cref="Url"/> is our callback with its secret: don't log or show it.</summary>
public sealed record MissedFeedRequest
{
    public string? Url { get; init; }

    public JsonElement? Headers { get; init; }

    /// <summary>The body, as a string of JSON.</summary>
    public string? Data { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }

    public override string ToString() => "MissedFeedRequest { Url = *** }";
}

/// <summary>What we answered, as the platform saw it.</summary>
public sealed record MissedFeedResponse
{
    /// <summary>Milliseconds.</summary>
    public int? ReqTime { get; init; }

    public int? HttpCode { get; init; }

    public string? Body { get; init; }

    public JsonElement? Headers { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

public interface IMissedFeedsApi
{
    /// <summary>Needs the token of the application's owner. The envelope has no total: read on until a page is empty.</summary>
    /// <param name="applicationId">The client id.</param>
    /// <param name="topic">One topic, or null for all.</param>
    /// <param name="siteId">Required for topic <c>items</c>.</param>
    /// <param name="offset">0 by default.</param>
    /// <param name="limit">10 by default.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    [Get("/missed_feeds")]
    Task<MissedFeeds> GetAsync(
        [AliasAs("app_id")] long applicationId,
        string? topic = null,
        [AliasAs("site_id")] string? siteId = null,
        int? offset = null,
        int? limit = null,
        CancellationToken cancellationToken = default);
}
