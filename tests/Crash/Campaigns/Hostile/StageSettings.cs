using System.Text.Json.Nodes;
using MeliBot.Crash.Tests.Stage;

namespace MeliBot.Crash.Tests.Campaigns.Hostile;

internal static class StageSettings
{
    /// <summary>Before the host's first start.</summary>
    public static async Task ChangeAsync(CrashStage stage, Action<JsonNode> change, CancellationToken cancellationToken)
    {
        var json = JsonNode.Parse(await File.ReadAllTextAsync(stage.Settings, cancellationToken))!;
        change(json);
        await File.WriteAllTextAsync(stage.Settings, json.ToJsonString(), cancellationToken);
    }
}
