using System.Text.Encodings.Web;
using MeliBot.Bot.Local;

namespace MeliBot.Bot.Endpoints;

/// <summary>What the seller reads after the consent, in the browser's language.</summary>
internal static class CallbackPage
{
    private static readonly Dictionary<string, Texts> ByLanguage = new(StringComparer.OrdinalIgnoreCase)
    {
        ["es"] = new("{0} quedó vinculada", "La cuenta", "La cuenta no se vinculó", "Puedes cerrar esta página.", "Volver a las cuentas"),
        ["pt"] = new("{0} está conectada", "A conta", "A conta não foi conectada", "Você pode fechar esta página.", "Voltar às contas"),
        ["en"] = new("{0} is linked", "The account", "The account isn't linked", "You can close this page.", "Back to the accounts"),
    };

    /// <param name="accounts">The address of the page to go back to; null where there are no pages.</param>
    public static string Of(LinkResult result, string language, string? accounts)
    {
        var texts = ByLanguage[language];
        var (title, lines) = result.Account is { } account
            ? (string.Format(System.Globalization.CultureInfo.InvariantCulture, texts.Linked, $"{account.Nickname ?? texts.Account} ({account.Id})"), result.Missing)
            : (texts.Refused, (IReadOnlyList<string>)[result.Reason ?? "", result.WhatToDo ?? ""]);
        var end = accounts is not null ? $"<p><a href=\"{HtmlEncoder.Default.Encode(accounts)}\">{texts.Back}</a></p>" : result.Account is null ? "" : $"<p>{texts.Close}</p>";
        return $"<!doctype html><html lang=\"{language}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>MeliBot</title>"
            + "<style>:root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;max-width:36rem;margin:4rem auto;padding:0 1rem}</style></head>"
            + $"<body><main><h1>{HtmlEncoder.Default.Encode(title)}</h1>{string.Concat(lines.Select(line => $"<p>{HtmlEncoder.Default.Encode(line)}</p>"))}{end}</main></body></html>";
    }

    /// <summary>The first of the browser's languages that the page has, else Spanish.</summary>
    public static string LanguageOf(HttpRequest request) =>
        request.GetTypedHeaders().AcceptLanguage.OrderByDescending(wish => wish.Quality ?? 1).Select(wish => wish.Value.ToString().Split('-')[0].ToLowerInvariant()).FirstOrDefault(ByLanguage.ContainsKey) ?? "es";

    private sealed record Texts(string Linked, string Account, string Refused, string Close, string Back);
}
