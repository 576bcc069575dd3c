namespace MeliBot.MercadoLibre;

internal static class ErrorAdvice
{
    public static string For(ErrorKind kind, FailedRequest request, ErrorParts parts) => kind switch
    {
        ErrorKind.NotFound => "If a notification has just named it, try again in some seconds; otherwise it is gone or belongs to someone else.",
        ErrorKind.Unauthorized => "The access token was refused: refresh it once, and if it is refused again connect the account anew.",
        ErrorKind.Forbidden when MessageErrors.SaysBlocked(parts.Words) => "Read the thread: its state says why the seller can't write, and whether the buyer can open it again.",
        ErrorKind.Forbidden => "Check that the resource belongs to this account, that the user isn't suspended, and that this server's address isn't blocked in the application's settings.",
        ErrorKind.MissingPermission => "Give the application the functional permission it lacks (for questions, messages and claims: pre- and post-sale communication, read and write) in the developer centre, then connect the account again; an old token keeps its old permissions.",
        ErrorKind.RateLimited => "Wait and call less often; the client slows down by itself.",
        ErrorKind.Unavailable when request.IsWrite => "It usually passes by itself. The effect may have happened: read back before repeating it.",
        ErrorKind.Unavailable => "It usually passes by itself: try again later.",
        ErrorKind.Invalid => "The same request will be refused again: correct it, or give it to a person.",
        ErrorKind.Conflict => "Someone changed it at the same time: read it again, then decide.",
        ErrorKind.NotUnanswered => "Read the question again: it was answered elsewhere, deleted or closed. If it still says UNANSWERED, the buyer is on the blacklist and can't be answered.",
        ErrorKind.NotActiveItem => "Wait until the listing is active again; don't activate it just to answer, because it sells.",
        ErrorKind.LegalBlock => "The platform blocks this for legal reasons; only its support can say more.",
        ErrorKind.ReconnectRequired => "The account's owner has to connect again. A debt or a pending document with the platform also causes this.",
        ErrorKind.ApplicationRejected => OfApplication(parts.Code?.ToLowerInvariant()),
        ErrorKind.HeldBack => "Nothing was sent. Find out why so many calls fail before trying more.",
        ErrorKind.Unreadable when request.IsWrite => "The effect has probably happened: read back, don't repeat it.",
        ErrorKind.Unreadable => "Keep the answer and look at it with the payload command; the platform may have changed its shape.",
        _ => "See what the platform says, and its developer documentation.",
    };

    private static string OfApplication(string? code) => code switch
    {
        "invalid_client" => "Check the application's client id and secret (was the secret rotated?). No account needs to reconnect for this.",
        "unauthorized_application" => "The platform has blocked the application: look at its state in the developer centre. No account needs to reconnect for this.",
        "invalid_request" => "A parameter is missing or doubled; if PKCE is switched on for the application, the code verifier must be sent.",
        "invalid_scope" => "Only offline_access, read and write may be asked for.",
        _ => "Check the application's settings. No account needs to reconnect for this.",
    };
}
