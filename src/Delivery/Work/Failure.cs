namespace MeliBot.Delivery.Work;

internal static class Failure
{
    private const int Longest = 300;

    /// <summary>What people read in the parking.</summary>
    public static string Reason(string what, Exception e)
    {
        var text = $"{what}: {e.GetType().Name}: {e.Message}".ReplaceLineEndings(" ");
        return text.Length <= Longest ? text : text[..Longest] + "…";
    }

    /// <summary>Where it happened; without messages, which may hold a buyer's text.</summary>
    public static string? Detail(Exception e) => e.StackTrace;
}
