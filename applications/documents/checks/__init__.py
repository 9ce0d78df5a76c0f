"""The file checks: one file each, run on an opened file in its sandboxed child, found by walking this folder; see
`applications.documents.check`.
"""
