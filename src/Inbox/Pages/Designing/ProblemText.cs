using MeliBot.Inbox.Designing;

namespace MeliBot.Inbox.Pages.Designing;

/// <summary>English wordings, which are also the keys of the others.</summary>
internal static class ProblemText
{
    public static string Of(ConsoleProblem problem) => problem switch
    {
        ConsoleProblem.NoAccount => "To read a listing by its id, choose the account whose permission is used.",
        ConsoleProblem.NoSuchItem => "Mercado Libre has no such listing. Look at its id, which begins with the letters of its country.",
        ConsoleProblem.ItemNotRead => "The listing can't be read from Mercado Libre now.",
        ConsoleProblem.ItemNotUnderstood => "The listing's JSON can't be read.",
        _ => "The bot failed on this question. In production it would be tried again, and then go to a person.",
    };
}
