using MeliBot.Delivery.Reasons;

namespace MeliBot.Delivery.Work;

internal static class Failure
{
    private const int Longest = 300;

    /// <summary>What people read in the parking.</summary>
    public static Reason Reason(ReasonCode what, Exception e)
    {
        var text = $"{e.GetType().Name}: {e.Message}".ReplaceLineEndings(" ");
        return what.With(text.Length <= Longest ? text : text[..Longest] + "…");
    }

    /// <summary>Where it happened; without messages, which may hold a buyer's text.</summary>
    public static string? Detail(Exception e) => e.StackTrace;
}
