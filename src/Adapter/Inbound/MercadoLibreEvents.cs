namespace MeliBot.Adapter.Inbound;

/// <summary>
/// Names of the <c>event</c> activities that tell a bot what became of its answer or message. <c>RelatesTo</c> is what it answered;
/// <c>Value</c> is
/// <c>{"reason": "why, in a sentence", "text": "what was (to be) said", "open": true while it can still be said}</c>.
/// </summary>
public static class MercadoLibreEvents
{
    /// <summary>Mercado Libre refused the answer, or the question can't be answered any more.</summary>
    public const string AnswerRefused = "mercadolibre/answer.refused";

    /// <summary>Somebody answered outside MeliBot before ours went out.</summary>
    public const string AnsweredElsewhere = "mercadolibre/answer.elsewhere";

    /// <summary>The answer can't go on by itself; a person sees it in the parking.</summary>
    public const string AnswerParked = "mercadolibre/answer.parked";

    /// <summary>An answer that stood was taken down by moderation. The question can't be answered again.</summary>
    public const string AnswerBanned = "mercadolibre/answer.banned";

    /// <summary>Mercado Libre refused a message of a sale, or its moderation kept it from the buyer.</summary>
    public const string MessageRefused = "mercadolibre/message.refused";

    /// <summary>A message of a sale can't go on by itself; a person sees it in the parking.</summary>
    public const string MessageParked = "mercadolibre/message.parked";

    /// <summary>A message that was delivered was taken down by moderation.</summary>
    public const string MessageBanned = "mercadolibre/message.banned";

    /// <summary>The part of a name that ids of events carry.</summary>
    internal static string End(string name) => name[(name.IndexOf('/', StringComparison.Ordinal) + 1)..];
}
