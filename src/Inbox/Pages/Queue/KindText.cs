using MeliBot.Adapter;

namespace MeliBot.Inbox.Pages.Queue;

/// <summary>Kinds of conversation; the English wordings are also the keys of the others.</summary>
internal static class KindText
{
    public static IReadOnlyList<string> All { get; } = [MercadoLibreChannel.Questions, MercadoLibreChannel.Orders, MercadoLibreChannel.Claims];

    public static string Of(string kind) => kind switch
    {
        MercadoLibreChannel.Questions => "Questions",
        MercadoLibreChannel.Orders => "Messages of orders",
        MercadoLibreChannel.Claims => "Claims",
        _ => kind,
    };
}
