namespace MeliBot.Adapter.Inbound;

/// <summary>
/// Names of the <c>event</c> activities that tell a bot what became of its answer. <c>RelatesTo</c> is the question;
/// <c>Value</c> is
/// <c>{"reason": "why, in a sentence", "text": "what was (to be) said", "open": true while the question can still be answered}</c>.
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
}
