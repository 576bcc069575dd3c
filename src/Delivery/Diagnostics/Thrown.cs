using System.Text;

namespace MeliBot.Delivery.Diagnostics;

/// <summary>Exceptions as logs may show them.</summary>
public static class Thrown
{
    /// <summary>The types and where they came from. Not their messages: those of a bot may quote a buyer; they stand in the parking, which people with a right to it read.</summary>
    public static string Silent(Exception exception)
    {
        var text = new StringBuilder();
        for (var e = exception; e is not null; e = e.InnerException)
            text.Append(text.Length > 0 ? "\ncaused by " : "").Append(e.GetType().FullName).Append('\n').Append(e.StackTrace);
        return text.ToString().TrimEnd();
    }
}
