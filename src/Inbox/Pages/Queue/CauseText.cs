using MeliBot.Inbox.Index;

namespace MeliBot.Inbox.Pages.Queue;

internal static class CauseText
{
    /// <summary>The English wording, which is also the key of the others.</summary>
    public static string Of(InboxCause cause) => cause switch
    {
        InboxCause.Draft => "Proposed answer to approve",
        InboxCause.Held => "The bot left it to a person",
        InboxCause.Refused => "Mercado Libre refused the answer",
        InboxCause.Parked => "Couldn't go on",
        InboxCause.Taken => "Taken over",
        InboxCause.Due => "Mercado Libre wants you to act",
        InboxCause.Proposal => "Proposed action to decide on",
        InboxCause.Thanks => "Asks nothing that needs an answer",
        _ => "",
    };
}
