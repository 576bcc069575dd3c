using System.ComponentModel.DataAnnotations;

namespace MeliBot.Adapter.Claims;

/// <summary>Claims: when people are reminded, and who may decide on how much. Section <c>MercadoLibre:Claims</c>. Due dates and the time in which solving spares reputation come from the platform.</summary>
public sealed class ClaimOptions
{
    public const string Section = "MercadoLibre:Claims";

    /// <value>How long before an act is due it is pointed out. Default 24 h and 4 h.</value>
    public IList<TimeSpan> Reminders { get; set; } = [];

    /// <value>From so long before an act is due, what is pointed out goes to a person. Default 24 h.</value>
    [Range(typeof(TimeSpan), "00:00:00", "30.00:00:00")]
    public TimeSpan EscalateFrom { get; set; } = TimeSpan.FromHours(24);

    /// <value>How often the clocks are looked at. Default 15 s.</value>
    [Range(typeof(TimeSpan), "00:00:00.1", "01:00:00")]
    public TimeSpan ClockEvery { get; set; } = TimeSpan.FromSeconds(15);

    /// <value>What a role may decide on by itself, in the claim's currency: <c>agent</c>, <c>administrator</c>. A role that isn't named may do nothing that costs money, but for administrators, who may do everything. Default: none is named.</value>
    public IDictionary<string, decimal> Limits { get; set; } = new Dictionary<string, decimal>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The longest first.</summary>
    public IReadOnlyList<TimeSpan> RemindersInUse => [.. (Reminders.Count > 0 ? Reminders : [TimeSpan.FromHours(24), TimeSpan.FromHours(4)]).OrderDescending()];
}
