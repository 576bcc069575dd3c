namespace MeliBot.Adapter.Outbound.Guards;

internal static class QuotationMarks
{
    /// <summary>Those that open and those that close.</summary>
    public static readonly char[] All = ['"', '\u201C', '\u201D', '\u00AB', '\u00BB'];
}
