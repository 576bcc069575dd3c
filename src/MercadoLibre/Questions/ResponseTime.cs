using System.Text.Json;
using System.Text.Json.Serialization;

namespace MeliBot.MercadoLibre;

/// <summary>
/// How long a seller takes to answer, in minutes, over the last 14 days, as buyers see it. Recomputed daily. Working hours are
/// Monday to Friday 9 to 18, extra hours 18 to 24; the hours from 0 to 9 count only in the total.
/// </summary>
public sealed record ResponseTime
{
    public long? UserId { get; init; }

    public ResponseTimeSlot? Total { get; init; }

    public ResponseTimeSlot? Weekend { get; init; }

    public ResponseTimeSlot? WeekdaysWorkingHours { get; init; }

    public ResponseTimeSlot? WeekdaysExtraHours { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed record ResponseTimeSlot
{
    [JsonPropertyName("response_time")]
    public decimal? Minutes { get; init; }

    public decimal? SalesPercentIncrease { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}
