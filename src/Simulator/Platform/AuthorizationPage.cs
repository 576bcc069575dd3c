using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;

namespace MeliBot.Simulator;

internal static class AuthorizationPage
{
    public static string Choose(OAuthEndpoints.Request request, IEnumerable<WorldUser> sellers)
    {
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"<h1>{Encode(request.Application.Name)} wants to connect to your account</h1>")
            .Append("<p>It will be able to read and answer your questions, and to read your listings.</p><form method=\"post\" action=\"/authorization\">");
        Hidden("response_type", "code");
        Hidden("client_id", request.Application.Id.ToString(CultureInfo.InvariantCulture));
        Hidden("redirect_uri", request.RedirectUri);
        Hidden("state", request.State);
        Hidden("code_challenge", request.Challenge);
        Hidden("code_challenge_method", request.Method);
        html.Append("<fieldset><legend>Account</legend>");
        var first = true;
        foreach (var user in sellers)
        {
            html.Append(CultureInfo.InvariantCulture, $"<label><input type=\"radio\" name=\"user\" value=\"{user.Id}\"{(first ? " checked" : "")}> ")
                .Append(CultureInfo.InvariantCulture, $"<strong>{Encode(user.Nickname)}</strong> <small>{Encode(user.SiteId)} · {user.Id}{(user.OperatorOf is null ? "" : " · operator")}</small></label>");
            first = false;
        }

        html.Append("</fieldset><button name=\"decision\" value=\"allow\">Allow</button> <button name=\"decision\" value=\"deny\" class=\"quiet\">Cancel</button></form>");
        return Frame("Connect an application", html.ToString());

        void Hidden(string name, string? value)
        {
            if (value is not null) html.Append(CultureInfo.InvariantCulture, $"<input type=\"hidden\" name=\"{name}\" value=\"{Encode(value)}\">");
        }
    }

    public static string CannotConnect() => Frame(
        "Cannot connect",
        "<h1>Sorry, the application can't connect to your account</h1><p>The application is unknown or blocked, or the redirect address is not exactly the registered one.</p>");

    private static string Frame(string title, string body) =>
        $"<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>{Encode(title)}</title>"
        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><link rel=\"stylesheet\" href=\"/play/play.css\"></head>"
        + $"<body><main class=\"card narrow\">{body}<p class=\"note\">Simulator: nobody's real account.</p></main></body></html>";

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);
}
