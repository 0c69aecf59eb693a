using System.ComponentModel;
using System.Text;

// Each of these uses StringBuilder (the last three: another type) in one way only, and the reader of assemblies has to see it.
namespace ModelBuilder.Tests.Architecture.Probes;

internal abstract class InAField
{
    protected StringBuilder? Used { get; set; }
}

internal static class InABody
{
    public static object Make() => new StringBuilder();
}

internal static class InALocalOnly
{
    public static int Length(object given) => given is StringBuilder { Length: var length } ? length : 0;
}

internal static class InAGenericArgument
{
    public static int Count() => Enumerable.Empty<StringBuilder>().Count();
}

internal static class InALambda
{
    public static Func<object> Maker { get; } = () => new StringBuilder();
}

internal static class InAnIterator
{
    public static IEnumerable<object> Make()
    {
        yield return 1;
        yield return new StringBuilder();
    }
}

internal static class InAnAsyncMethod
{
    public static async Task<object> Make()
    {
        await Task.Yield();
        return new StringBuilder();
    }
}

internal static class InAConstraint
{
    public static void Take<T>(T given)
        where T : List<StringBuilder> => given.Clear();
}

internal static class InAParameter
{
    public static void Take(StringBuilder?[] given) => GC.KeepAlive(given);
}

internal static class InAStaticCall
{
    public static string Join() => string.Concat(Shared.Made);

    private static class Shared
    {
        public static readonly StringBuilder Made = new();
    }
}

internal static class InATypeOf
{
    public static Type Given => typeof(StringBuilder);
}

internal static class AsAnAttribute
{
    [Description("a property with an attribute")]
    public static int Given => 1;
}

internal sealed class AsABase : Component;

internal static class AsACaughtException
{
    public static bool Caught(Action act)
    {
        try
        {
            act();
            return false;
        }
        catch (InvalidAsynchronousStateException)
        {
            return true;
        }
    }
}
