using System.Globalization;

namespace MeliBot.Bot.Commands.Claims;

internal static class ClaimTimes
{
    /// <summary>The moment, and how long that is.</summary>
    public static string Due(DateTimeOffset? due, DateTimeOffset now)
    {
        if (due is not { } at) return "";
        var left = at - now;
        var length = left.Duration();
        var span = length.TotalDays >= 2 ? $"{(int)length.TotalDays} days" : length.TotalHours >= 1 ? $"{(int)length.TotalHours} h {length.Minutes} min" : $"{(int)length.TotalMinutes} min";
        return $"{at.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} ({(left >= TimeSpan.Zero ? $"{span} left" : $"{span} ago")})";
    }
}
