using System.Globalization;
using System.Text.Json;

namespace MeliBot.Adapter.Claims.Alarms;

/// <summary>Something to point out about a claim at a moment.</summary>
/// <param name="Name">One of <see cref="ClaimEventNames"/>: due soon, overdue, or the bot's reminder.</param>
/// <param name="What">Tells it from the claim's other alarms.</param>
/// <param name="Duty">What is due; null for a reminder.</param>
/// <param name="DueAt">By when it is due.</param>
/// <param name="Reason">Of the bot's reminder.</param>
public sealed record ClaimAlarm(long Account, long Claim, DateTimeOffset At, string Name, string What, string? Duty = null, DateTimeOffset? DueAt = null, string? Reason = null)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>Sorts by the moment.</summary>
    public string Key => string.Create(CultureInfo.InvariantCulture, $"{At.ToUnixTimeMilliseconds():D15}/{Account}/{Claim}/{What}");

    public string ToJson() => JsonSerializer.Serialize(this, Options);

    public static ClaimAlarm? Parse(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<ClaimAlarm>(json, Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
