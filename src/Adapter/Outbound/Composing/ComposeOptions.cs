using System.ComponentModel.DataAnnotations;

namespace MeliBot.Adapter.Outbound.Composing;

public sealed class ComposeOptions
{
    public const string Section = "MercadoLibre:Compose";

    /// <value>Longest answer in UTF-16 units (never fewer than its code points). Default 2000, the platform's limit.</value>
    [Range(1, 2000)]
    public int MaxLength { get; set; } = 2000;
}
