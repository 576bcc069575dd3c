namespace MeliBot.Dialogs.Understanding;

/// <summary>Intents that never stand beside another one.</summary>
internal static class Exclusive
{
    public static bool IsAlone(string intent) => intent is Intents.Thanks or Intents.Complaint or SaleIntents.Thanks or SaleIntents.Greeting;
}
