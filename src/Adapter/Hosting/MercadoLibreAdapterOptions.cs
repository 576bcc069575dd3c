using System.ComponentModel.DataAnnotations;

namespace MeliBot.Adapter.Hosting;

/// <summary>How long the adapter waits for what. Section <c>MercadoLibre:Adapter</c>.</summary>
public sealed class MercadoLibreAdapterOptions
{
    public const string Section = "MercadoLibre:Adapter";

    /// <value>A question's turn starts this long after we learnt of it, so that an older one that is still on its way goes first. Default 1 s.</value>
    [Range(typeof(TimeSpan), "00:00:00", "00:05:00")]
    public TimeSpan QuestionSettle { get; set; } = TimeSpan.FromSeconds(1);

    /// <value>How long after a notice a question may stay unfindable before the notice is dropped. Default 2 min.</value>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan NotFoundPatience { get; set; } = TimeSpan.FromMinutes(2);

    /// <value>How often an answer that waits for a paused listing is tried again. Default 15 min.</value>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan PausedListingRecheck { get; set; } = TimeSpan.FromMinutes(15);

    /// <value>How often an answer to a question under review looks whether the review has ended. Default 10 min.</value>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan ReviewRecheck { get; set; } = TimeSpan.FromMinutes(10);

    /// <value>How often work of an account that has to be connected again looks whether it was. Default 2 min.</value>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan ReconnectRecheck { get; set; } = TimeSpan.FromMinutes(2);

    /// <value>How often what the bot wants to send looks whether it may again, while sending is stopped. Default 30 s.</value>
    [Range(typeof(TimeSpan), "00:00:00.010", "1.00:00:00")]
    public TimeSpan SendsRecheck { get; set; } = TimeSpan.FromSeconds(30);

    /// <value>How long an answer whose fate is unknown waits before the question is read back. Default 2 s.</value>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan ReadBackAfter { get; set; } = TimeSpan.FromSeconds(2);

    /// <value>How long a message whose fate is unknown waits before its thread is read back; absent twice so long apart, it is posted once more. Default 15 s.</value>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan MessageReadBackAfter { get; set; } = TimeSpan.FromSeconds(15);

    /// <value>How long the lines that a buyer writes in a sale are gathered into one turn, from the first on. Default 4 s.</value>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan MessageSettle { get; set; } = TimeSpan.FromSeconds(4);

    /// <value>How long what happens in a claim is gathered into one turn, from the first on: a claim, its first message and the act that it asks for come one after the other. Default 500 ms.</value>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan ClaimSettle { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <value>What a buyer wrote in a sale longer ago than this when we first see it isn't given to the bot; people see it. Default 2 days.</value>
    [Range(typeof(TimeSpan), "00:00:00", "365.00:00:00")]
    public TimeSpan MessageReplyWithin { get; set; } = TimeSpan.FromDays(2);

    /// <value>How long the bot only drafts in a sale in which the seller wrote outside MeliBot; handing the conversation back to the bot ends it. Default 12 h.</value>
    [Range(typeof(TimeSpan), "00:00:00", "30.00:00:00")]
    public TimeSpan PauseAfterElsewhere { get; set; } = TimeSpan.FromHours(12);

    /// <value>How long work waits after a refusal for too many calls that says no time itself. Default 5 s.</value>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan RateLimitPause { get; set; } = TimeSpan.FromSeconds(5);
}
